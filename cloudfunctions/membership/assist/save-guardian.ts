import { membership } from '../../../shared/membership/endpoints';
import { AppError } from '../../platform/errors';
import { useCase } from '../../platform/use-case';
import { presentApplication } from '../application/application-view';
import { changeAssistance } from './change-assistance';

/** Notes who decides for the child that the application is for. */
export const saveGuardian = useCase(membership.saveGuardian, {
  journal: (input) => ({ aggregate: `applications:${input.applicationId}`, action: 'application.saveGuardian' }),
  async run(context) {
    const { guardian } = context.input;
    const changed = await changeAssistance(context, (assistance, kind) => {
      if (kind === 'unit') throw new AppError('request.invalid', { fields: { 'guardian.name': 'field.unknown' } });
      return { ...assistance, guardian };
    });
    return presentApplication(changed, context);
  },
});
