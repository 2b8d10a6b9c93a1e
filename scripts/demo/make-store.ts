import { makeDemoStore } from './store';

// Prints the folder.
makeDemoStore().then(
  (store) => process.stdout.write(store),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
