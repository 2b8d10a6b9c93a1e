import type { PropsWithChildren } from 'react';
import './app.css';

/** The root of the app: what must exist before the first page and outlive every page. */
export default function App({ children }: PropsWithChildren) {
  return children;
}
