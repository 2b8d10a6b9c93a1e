import { onlineApplicationAge } from '../../../shared/rules/rules';
import type { rulesOf } from '../../rules';
import type { Application } from '../applications';

/** The age from which this application can be handed in, by the rule in force; at the desk any: a child comes with a guardian. */
export const onlineFrom = ({ enteredBy }: Application, rule: Awaited<ReturnType<typeof rulesOf>>): number =>
  enteredBy === undefined ? rule(onlineApplicationAge).value : 0;
