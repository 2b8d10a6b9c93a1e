/** Opens a PDF or picture by its short-lived address, in a tab of its own. */
export function openFile(url: string): Promise<void> {
  window.open(url, '_blank', 'noopener');
  return Promise.resolve();
}
