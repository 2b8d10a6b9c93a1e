import { membership } from '../../../shared/membership/endpoints';
import { useCase } from '../../platform/use-case';
import { presentApplication } from '../application/application-view';
import { changeAssistance } from './change-assistance';

/** Notes who decides for the child that the application is for. */
export const saveGuardian = useCase(membership.saveGuardian, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.saveGuardian' }),
  async run(context) {
    const { guardian } = context.input;
    return presentApplication(await changeAssistance(context, (assistance) => ({ ...assistance, guardian })), context);
  },
});
