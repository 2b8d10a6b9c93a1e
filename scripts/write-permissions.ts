import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { permissionsDocument } from './permissions-document';

writeFileSync(path.resolve(__dirname, '../docs/permissions.md'), permissionsDocument());
