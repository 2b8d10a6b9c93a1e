import { useEffect, useState } from 'react';
import { draftOf } from '../components/checklist';
import type { Review } from '../review-facts';
import { keepReview, readReview } from './kept-checklist';

/** A review while it is being written: kept on the phone until it is sent, so that leaving the page loses nothing. */
export function useHalfWritten({ id, checklist, can }: Review) {
  const [kept] = useState(() => readReview(id));
  const [draft, setDraft] = useState(() => kept?.draft ?? draftOf(checklist));
  const [opinion, setOpinion] = useState(kept?.opinion ?? '');
  const [internalNote, setInternalNote] = useState(kept?.internalNote ?? '');
  const writes = can.recommend === true;
  useEffect(() => {
    if (writes) keepReview(id, { draft, opinion, internalNote });
  }, [writes, id, draft, opinion, internalNote]);
  return { draft, setDraft, opinion, setOpinion, internalNote, setInternalNote };
}

export type HalfWritten = ReturnType<typeof useHalfWritten>;
