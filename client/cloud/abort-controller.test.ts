import { AbortController } from './abort-controller';

test('tells each listener once when it is aborted', () => {
  const controller = new AbortController();
  let heard = 0;
  controller.signal.addEventListener('abort', () => {
    heard += 1;
  });
  controller.abort();
  controller.abort();
  expect(heard).toBe(1);
  expect(controller.signal.aborted).toBe(true);
});

test('tells nobody who stopped listening', () => {
  const controller = new AbortController();
  let heard = 0;
  const listener = () => {
    heard += 1;
  };
  controller.signal.addEventListener('abort', listener);
  controller.signal.removeEventListener('abort', listener);
  controller.abort();
  expect(heard).toBe(0);
});
