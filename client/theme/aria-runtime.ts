import { mergeInternalComponents } from '@tarojs/shared';
import ariaComponents from './aria-components.json';

// Loaded by the platform's runtime before the first page: the attribute aliases must match the generated templates.
mergeInternalComponents(ariaComponents);
