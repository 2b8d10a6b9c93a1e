import type { ReviewView } from '../../../shared/membership/endpoints';
import type { Application } from '../applications';

/** The appeal with what came of it, for both sides. */
export function presentAppeal({ appeal, appealReason, appealAnswer }: Application): ReviewView['appeal'] {
  if (!appeal) return null;
  return {
    reason: appealReason ?? '',
    at: appeal.at.toISOString(),
    outcome: appeal.outcome ?? null,
    answer: appealAnswer ?? null,
    decidedAt: appeal.decidedAt?.toISOString() ?? null,
  };
}
