/** Scrolls a node of the open page into view and puts the focus into it: on its input when it has one, unless `onItself`. */
export function jumpTo(id: string, onItself = false) {
  // Earlier pages stay in the document, hidden: the one that is laid out is meant.
  const nodes = Array.from(document.querySelectorAll<HTMLElement>(`[id="${id}"]`));
  const node = nodes.find((candidate) => candidate.offsetParent !== null);
  if (!node) return;
  const input = node.querySelector<HTMLElement>('input, textarea, select, [tabindex="0"]');
  const target = onItself ? node : (input ?? node);
  if (target === node) node.tabIndex = -1;
  node.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}
