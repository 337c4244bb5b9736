import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authOptionsQuery } from '@/api/account';
import { RegisterForm } from '@/features/session/RegisterForm';
import { SkeletonRows } from '@/ui/states';
import { LINK, Outside } from './Outside';

const route = getRouteApi('/register');

export function RegisterPage() {
  const { t } = useTranslation();
  const { next } = route.useSearch();
  const options = useQuery(authOptionsQuery());
  const [doneFor, setDoneFor] = useState<string>();
  const toLogin = (
    <Link to="/login" search={{ next }} className={LINK}>
      {t('account.toLogin')}
    </Link>
  );
  if (doneFor !== undefined) {
    return (
      <Outside title={t('account.registeredTitle')}>
        <p role="status" className="mb-4 text-ink-2">
          {t('account.registered', { email: doneFor })}
        </p>
        {toLogin}
      </Outside>
    );
  }
  if (options.isPending) {
    return (
      <Outside title={t('account.register')}>
        <SkeletonRows rows={3} label={t('common.loading')} />
      </Outside>
    );
  }
  if (options.data?.registration !== true) {
    return (
      <Outside title={t('account.closedTitle')} text={t('account.closed')}>
        {toLogin}
      </Outside>
    );
  }
  return (
    <Outside title={t('account.register')} text={t('account.registerText')} links={toLogin}>
      <RegisterForm onDone={setDoneFor} />
    </Outside>
  );
}
