import type { Endpoint, OutputOf } from '../../shared/contract/endpoint';
import type { NameRow, ReadContext, UseCase, WriteContext } from './types';

type Read = Endpoint & { readonly kind: 'read' };
type Write = Endpoint & { readonly kind: 'write' };

/**
 * Binds an endpoint to the code that answers it. A write must say under which aggregate and action its journal row stands;
 * its `run` may be repeated when the transaction conflicts, so it changes nothing but through `tx`.
 */
export function useCase<E extends Write>(
  endpoint: E,
  parts: { readonly journal: NameRow<E>; readonly run: (context: WriteContext<E>) => Promise<OutputOf<E>> },
): UseCase<E>;
export function useCase<E extends Read>(
  endpoint: E,
  parts: { readonly run: (context: ReadContext<E>) => Promise<OutputOf<E>> },
): UseCase<E>;
export function useCase<E extends Endpoint>(
  endpoint: E,
  parts: { readonly journal?: NameRow<E>; readonly run: (context: WriteContext<E>) => Promise<OutputOf<E>> },
): UseCase<E> {
  return { endpoint, ...parts };
}
