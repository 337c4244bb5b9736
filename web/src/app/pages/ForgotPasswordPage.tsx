import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ForgotForm } from '@/features/session/ForgotForm';
import { LINK, Outside } from './Outside';

export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const [sent, setSent] = useState(false);
  const toLogin = (
    <Link to="/login" className={LINK}>
      {t('account.toLogin')}
    </Link>
  );
  if (sent) {
    return (
      <Outside title={t('account.askedTitle')}>
        <p role="status" className="mb-4 text-ink-2">
          {t('account.asked')}
        </p>
        {toLogin}
      </Outside>
    );
  }
  return (
    <Outside title={t('account.forgot')} text={t('account.forgotText')} links={toLogin}>
      <ForgotForm onDone={() => setSent(true)} />
    </Outside>
  );
}
