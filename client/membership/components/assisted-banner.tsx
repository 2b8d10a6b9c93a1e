import { Notice } from '../../components/notice';
import type { Application } from '../my-application';

/** On every page of an application that an officer fills in for somebody: for whom. */
export function AssistedBanner({ application }: { application: Application }) {
  if (!application.assisted) return null;
  return (
    <Notice icon="switch">{`代办：${application.form.identity?.name || application.reference}。请照申请人本人的意思填写。`}</Notice>
  );
}
