import type { ApplicationFacts } from '../../membership';
import { AppError } from '../../platform/errors';

/** No meeting passes a unit that the newest look-up found in 失信名单. @throws compliance.veto, naming the applications */
export function assertNoVeto(found: readonly ApplicationFacts[]): void {
  const barred = found.filter(({ vetoed }) => vetoed).map(({ reference }) => reference);
  if (barred.length === 0) return;
  const message = `${barred.join('、')} 的申请单位在严重违法失信名单上：复核更正以前，不能上会，也不能表决通过`;
  throw new AppError('compliance.veto', { message });
}
