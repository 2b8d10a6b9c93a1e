import { QueryClientProvider } from '@tanstack/react-query';
import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { connectQueryClient, queryClient } from './cloud/query-client';
import { offerUpdate } from './update';
import './app.css';

/** The root of the app: what must exist before the first page and outlive every page. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    connectQueryClient();
    offerUpdate();
  });
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
