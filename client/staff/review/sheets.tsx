import { ReasonSheet } from '../components/reason-sheet';
import { ReturnSheet } from '../components/return-sheet';
import { isLookUp, type Open, type ScreenProps } from './decisions';
import { LookUpSheet } from './look-up-sheet';
import { StepSheet } from './steps';

/** The sheet that lies over the page, if any. */
export function Sheets({ sheet, review, decisions, close }: ScreenProps & { sheet: Open | undefined; close: () => void }) {
  const { returning, sendBack, record, by } = decisions;
  if (sheet === undefined) return null;
  if (sheet === 'return') {
    return (
      <ReturnSheet
        kind={review.kind}
        onClose={close}
        busy={returning.busy}
        failure={returning.error?.message}
        onReturn={(texts, internalNote) => {
          const notes = Object.entries(texts).map(([field, note]) => ({ field, note }));
          void returning.run({ ...by, notes, internalNote }).then((done) => done && close());
        }}
      />
    );
  }
  if (isLookUp(sheet)) {
    return (
      <LookUpSheet
        check={sheet}
        busy={record.busy}
        error={record.error}
        onClose={close}
        onRecord={(found) => void record.run({ ...by, ...found }).then((done) => done && close())}
      />
    );
  }
  if (sheet !== 'sendBack') return <StepSheet step={sheet} review={review} onClose={close} />;
  return (
    <ReasonSheet
      title="退回初审"
      action="退回初审"
      label="退回的原因"
      consequence="回到初审人手中，申请人看不到原因"
      maxLength={500}
      templates="sendBack"
      withNote
      onClose={close}
      busy={sendBack.busy}
      failure={sendBack.error?.message}
      onConfirm={(reason, internalNote) => void sendBack.run({ ...by, reason, internalNote }).then((done) => done && close())}
    />
  );
}
