import { Page } from '../../../components/page';

export default function RolesPage() {
  return <Page title="账号与角色" />;
}
