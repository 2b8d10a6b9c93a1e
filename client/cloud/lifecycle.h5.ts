type Watch = (changed: (value: boolean) => void) => () => void;

/** The browser's own events, which the query layer listens to by itself. */
export const watchFocus: Watch | undefined = undefined;
export const watchOnline: Watch | undefined = undefined;
