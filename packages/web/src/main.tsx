/** Starts the chat page. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { announceTurns } from './conversation/announce-turns.ts';
import { queryClient, turnStore } from './conversation/conversation.ts';
import { followOtherTabs } from './stores/session-store.ts';
import { followVisibleHeight } from './visible-height.ts';
import './styles/index.css';

followOtherTabs();
followVisibleHeight();
announceTurns(turnStore);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
