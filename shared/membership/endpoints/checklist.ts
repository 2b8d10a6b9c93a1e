import * as z from 'zod/mini';
import { once } from '../../contract/endpoint';
import { text } from '../../schema';
import { judgements } from '../criteria';

/** An uploaded file that stands for what was judged or looked up. */
export const FileId = z.string().check(z.minLength(1, 'required'), z.maxLength(300));

const Checked = once(() => z.strictObject({ judgement: z.enum(judgements), evidence: text(500), file: z.optional(FileId) }));

/**
 * 有意愿、有能力、有影响 (苏慈发〔2024〕5号, 三) and the conditions of the applicant's category, each with the evidence it rests
 * on. A condition is named in a list, as an input's keys are fixed.
 */
export const Checklist = once(() =>
  z.strictObject({
    willing: Checked(),
    able: Checked(),
    influential: Checked(),
    conditions: z.optional(
      z
        .array(
          z.strictObject({
            condition: z.string().check(z.maxLength(40)),
            judgement: z.enum(judgements),
            evidence: text(500),
            file: z.optional(FileId),
          }),
        )
        .check(z.maxLength(20, 'choice.tooMany')),
    ),
  }),
);
export type Checklist = z.output<ReturnType<typeof Checklist>>;

/** What was judged, to read: the file with its short-lived address. */
const Judged = once(() =>
  z.object({
    judgement: z.enum(judgements),
    evidence: z.string(),
    file: z.nullable(z.string()),
    fileUrl: z.nullable(z.string()),
  }),
);

export const ChecklistView = once(() =>
  z.object({
    willing: Judged(),
    able: Judged(),
    influential: Judged(),
    conditions: z.array(
      z.object({
        condition: z.string(),
        judgement: z.enum(judgements),
        evidence: z.string(),
        file: z.nullable(z.string()),
        fileUrl: z.nullable(z.string()),
      }),
    ),
  }),
);
export type ChecklistView = z.output<ReturnType<typeof ChecklistView>>;
