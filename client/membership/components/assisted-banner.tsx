import { Notice } from '../../components/notice';
import type { Application } from '../my-application';

/** On every page of an application that an officer fills in for somebody: for whom. */
export function AssistedBanner({ application }: { application: Application }) {
  if (!application.assisted) return null;
  const { form, kind, reference } = application;
  const name = form.unit?.name || form.identity?.name || reference;
  return <Notice icon="switch">{`代办：${name}。请照${kind === 'unit' ? '单位' : '申请人本人'}的意思填写。`}</Notice>;
}
