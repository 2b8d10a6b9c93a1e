/** In the browser the phone's own camera opens the page; there is nothing to scan with here. */
export const canScan = false;

export function scan(): Promise<string | undefined> {
  return Promise.resolve(undefined);
}
