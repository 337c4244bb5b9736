import '@/ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { session } from '@/api/session';
import { App } from '@/app/App';
import { startI18n } from '@/app/i18n';
import { createQueryClient } from '@/app/queryClient';
import { createAppRouter } from '@/app/router';
import { watchTheme } from '@/ui/theme';

const queryClient = createQueryClient();
const router = createAppRouter();

// Nothing of a person stays in memory after the log-out.
session.subscribe((state) => {
  if (state.status === 'out') queryClient.clear();
});

watchTheme();
// Without a network the page says so; `renew` has put that into the session's state.
const started = session.renew().catch(() => null);

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root');
void startI18n().then(async () => {
  await started;
  createRoot(container).render(
    <StrictMode>
      <App router={router} queryClient={queryClient} />
    </StrictMode>,
  );
});
