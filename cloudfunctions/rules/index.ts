export { rulesOf } from './book';
