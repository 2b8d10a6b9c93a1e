import Taro from '@tarojs/taro';
import { KEPT_PREFIX, readStored } from '../../cloud/session';
import type { DraftChecklist } from '../components/checklist';

/** A review while it is being written: the checklist and what is said to the next reviewer. */
export interface KeptReview {
  readonly draft: DraftChecklist;
  readonly opinion: string;
  readonly internalNote: string;
}

// Under the prefix of everything that is forgotten when the person signs out.
const keyOf = (applicationId: string) => `${KEPT_PREFIX}review:${applicationId}`;

/** What this phone keeps of a half-written review. */
export const readReview = (applicationId: string) => readStored<KeptReview>(keyOf(applicationId));

export const keepReview = (applicationId: string, kept: KeptReview) => Taro.setStorageSync(keyOf(applicationId), kept);

export const dropReview = (applicationId: string) => Taro.removeStorageSync(keyOf(applicationId));
