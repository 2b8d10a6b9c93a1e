/** The part of jsdom that the mini-program container uses. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options?: { readonly pretendToBeVisual?: boolean });
    readonly window: Window & typeof globalThis;
  }
}
