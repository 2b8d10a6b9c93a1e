import { cloudDefinition } from '../config/cloud';
import { z } from 'zod';
export const q = cloudDefinition;
export const x: any = z;
async function f() {
  return 1;
}
f();
