import { organisation } from '../organisation';

/** Where the first version of a rule comes from. */
export const charter = '社会团体章程示范文本';
export const peers = '同行惯例';
export const own = '本会默认';
export const founding = organisation.founding;
