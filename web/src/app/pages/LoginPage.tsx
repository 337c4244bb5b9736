import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { authOptionsQuery } from '@/api/account';
import { LoginForm } from '@/features/session/LoginForm';
import { useSession } from '@/features/session/useSession';
import { LINK, Outside } from './Outside';

const route = getRouteApi('/login');

export function LoginPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { next } = route.useSearch();
  const state = useSession();
  const options = useQuery(authOptionsQuery());
  const isIn = state.status === 'in';
  // Also when that happened in another tab.
  useEffect(() => {
    if (isIn) void router.navigate({ href: next ?? '/', replace: true });
  }, [isIn, router, next]);
  const reason = state.status === 'out' ? state.reason : undefined;
  const notice = reason === undefined ? undefined : t(`session.${reason}`);
  return (
    <Outside
      title={t('session.title')}
      text={next !== undefined && notice === undefined ? t('account.thenGoOn') : undefined}
      links={
        <>
          <Link to="/forgot-password" className={LINK}>
            {t('account.forgotLink')}
          </Link>
          {options.data?.registration === true && (
            <Link to="/register" search={{ next }} className={LINK}>
              {t('account.registerLink')}
            </Link>
          )}
        </>
      }
    >
      <LoginForm key={notice} notice={notice} />
    </Outside>
  );
}
