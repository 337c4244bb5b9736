import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ResetForm } from '@/features/session/ResetForm';
import { LINK, Outside } from './Outside';

type Stage = 'open' | 'done' | 'invalid';

/**
 * Opened by a link that is good once. Its token stands behind the #, which browsers send to nobody; it is taken out of the
 * address as soon as it has served.
 */
export function ResetPasswordPage() {
  const { t } = useTranslation();
  const token = useLocation({ select: ({ hash }) => hash });
  const navigate = useNavigate();
  const [stage, setStage] = useState<Stage>(token === '' ? 'invalid' : 'open');
  const end = (next: Stage) => {
    setStage(next);
    void navigate({ to: '/reset-password', hash: '', replace: true });
  };
  if (stage === 'done') {
    return (
      <Outside title={t('account.passwordSetTitle')}>
        <p role="status" className="mb-4 text-ink-2">
          {t('account.passwordSet')}
        </p>
        <Link to="/login" className={LINK}>
          {t('account.toLogin')}
        </Link>
      </Outside>
    );
  }
  if (stage === 'invalid') {
    return (
      <Outside title={t('account.linkInvalidTitle')}>
        <p role="alert" className="mb-4 text-ink-2">
          {t('account.linkInvalid')}
        </p>
        <Link to="/forgot-password" className={LINK}>
          {t('account.askForLink')}
        </Link>
      </Outside>
    );
  }
  return (
    <Outside title={t('account.newPassword')} text={t('account.resetText')}>
      <ResetForm token={token} onDone={() => end('done')} onInvalid={() => end('invalid')} />
    </Outside>
  );
}
