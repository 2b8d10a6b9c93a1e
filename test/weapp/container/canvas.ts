/** Finds a canvas and nothing else: what is measured on a phone has no size here. */
export function selectorQuery(): object {
  const query: Record<string, unknown> = {};
  for (const step of ['in', 'select', 'selectAll', 'selectViewport', 'fields', 'node', 'boundingClientRect', 'scrollOffset']) {
    query[step] = () => query;
  }
  query.exec = (done?: (found: readonly object[]) => void) => {
    setImmediate(() => done?.([{ node: new Canvas(), width: 300, height: 400, top: 0, left: 0 }]));
  };
  return query;
}

/** Takes every drawing call and draws nothing; pictures load at once. */
class Canvas {
  width = 300;
  height = 400;
  getContext(): object {
    const kept: Record<PropertyKey, unknown> = { measureText: (text: string) => ({ width: text.length * 10 }) };
    return new Proxy(kept, { get: (target, name) => target[name] ?? (() => undefined) });
  }
  createImage(): object {
    const image = { width: 1, height: 1, onload: () => undefined };
    return Object.defineProperty(image, 'src', { set: () => setImmediate(() => image.onload()) });
  }
}
