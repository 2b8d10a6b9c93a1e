/** The part of an exparser node that we look at. */
export interface ExparserNode {
  readonly textContent?: string;
  readonly class?: string;
  readonly childNodes?: readonly ExparserNode[];
  readonly shadowRoot?: ExparserNode | null;
  readonly _vt?: { readonly tagName?: string; readonly attrs?: readonly { readonly name: string; readonly value: unknown }[] };
}

export interface Found {
  readonly node: ExparserNode;
  readonly label: string;
  readonly tag: string;
}

const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Value of an attribute as text; undefined when it is not set. */
export function attribute(node: ExparserNode, name: string): string | undefined {
  const value = node._vt?.attrs?.find((attr) => attr.name === name || attr.name === camel(name))?.value;
  return value === undefined || value === '' || value === null ? undefined : String(value);
}

/** Children as they are drawn: a component's own template comes before what was put into it. */
function children(node: ExparserNode): readonly ExparserNode[] {
  return [...(node.shadowRoot?.childNodes ?? []), ...(node.childNodes ?? [])];
}

const isElement = (node: ExparserNode) => node.childNodes !== undefined;

/** Every element below the node, parents first, with its depth. */
export function* elements(node: ExparserNode, depth = 0): Generator<{ readonly node: ExparserNode; readonly depth: number }> {
  for (const child of children(node)) {
    if (!isElement(child)) continue;
    const tag = child._vt?.tagName;
    const drawn = tag !== undefined && tag !== 'slot' && !tag.startsWith('virtual');
    if (drawn) yield { node: child, depth: depth + 1 };
    yield* elements(child, drawn ? depth + 1 : depth);
  }
}

/** All text below a node; pieces are joined by one space. */
export function textOf(node: ExparserNode): string {
  if (!isElement(node)) return (node.textContent ?? '').trim();
  return children(node).map(textOf).filter(Boolean).join(' ');
}

/** What a person would call an element: its label, else its text. */
export const labelOf = (node: ExparserNode) => attribute(node, 'aria-label') ?? textOf(node);

/** What can be reached: a sheet covers the page, so only what is in it. */
function reachable(root: ExparserNode): readonly ExparserNode[] {
  const all = [...elements(root)].map(({ node }) => node);
  const sheet = all.filter((node) => attribute(node, 'aria-role') === 'dialog').at(-1);
  return sheet ? [...elements(sheet)].map(({ node }) => node) : all;
}

/**
 * The innermost element that can be reached and is called so: first by its whole label, then by text it contains.
 * @throws with all labels of the page when there is none
 */
export function find(root: ExparserNode, wanted: string): ExparserNode {
  const all = reachable(root);
  const exact = all.filter((node) => labelOf(node) === wanted);
  const partly = all.filter((node) => labelOf(node).includes(wanted));
  const found = exact.at(-1) ?? partly.at(-1);
  if (!found) throw new Error(`nothing is called “${wanted}” here: ${textOf(root)}`);
  return found;
}

/** The input or textarea of that label or placeholder. */
export function findField(root: ExparserNode, wanted: string): ExparserNode {
  const fields = reachable(root).filter((node) => /^(wx-)?(input|textarea)$/.test(node._vt?.tagName ?? ''));
  const found = fields.find((node) => attribute(node, 'aria-label') === wanted || attribute(node, 'placeholder') === wanted);
  if (found) return found;
  const known = fields.map((node) => attribute(node, 'aria-label') ?? attribute(node, 'placeholder'));
  throw new Error(`no field is called “${wanted}”; there are: ${known.join(', ')}`);
}
