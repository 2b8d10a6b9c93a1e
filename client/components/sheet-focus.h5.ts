/** Puts the focus into the open sheet, closes it on Escape, keeps Tab inside; the answer undoes all of it. */
export function openSheet(close: () => void): () => void {
  const before = document.activeElement;
  const sheet = document.getElementById('sheet');
  if (sheet) {
    sheet.tabIndex = -1;
    sheet.focus({ preventScroll: true });
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    if (event.key === 'Tab' && sheet) keepInside(sheet, event);
  };
  document.addEventListener('keydown', onKey);
  return () => {
    document.removeEventListener('keydown', onKey);
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
}

function keepInside(sheet: HTMLElement, event: KeyboardEvent) {
  const stops = Array.from(sheet.querySelectorAll<HTMLElement>('input, textarea, select, [tabindex="0"]'));
  const first = stops[0];
  const last = stops.at(-1);
  const at = document.activeElement;
  const leaving = event.shiftKey ? at === first || at === sheet : at === last;
  if (!leaving && sheet.contains(at)) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
