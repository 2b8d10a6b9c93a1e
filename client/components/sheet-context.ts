import { createContext } from 'react';

/** True inside a `Sheet`: its bottom bar is a landmark of its own, beside the page's. */
export const InSheet = createContext(false);
