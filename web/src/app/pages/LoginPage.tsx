import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoginForm } from '@/features/session/LoginForm';
import { useSession } from '@/features/session/useSession';
import { Logo } from '../shell/Logo';

const route = getRouteApi('/login');

export function LoginPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { next } = route.useSearch();
  const state = useSession();
  const reason = state.status === 'out' ? state.reason : undefined;
  const notice = reason === undefined ? undefined : t(`session.${reason}`);
  return (
    <main className="flex min-h-dvh flex-col items-center px-6 pt-[18dvh] pb-10">
      <div className="w-full max-w-80">
        <div className="mb-8 flex items-center gap-3">
          <Logo size={32} />
          <div>
            <h1 className="text-lg leading-tight font-semibold">{t('app.name')}</h1>
            <p className="text-ink-3">{t('app.tagline')}</p>
          </div>
        </div>
        <LoginForm
          key={notice}
          notice={notice}
          onDone={() => void router.navigate({ href: next ?? '/', replace: true })}
        />
      </div>
    </main>
  );
}
