export { main } from '../push';
