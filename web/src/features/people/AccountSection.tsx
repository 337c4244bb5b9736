import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '@/api/types';
import { useMe } from '@/domain/me';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Confirm } from '@/ui/Dialog';
import { Section } from '@/ui/Section';
import { Alert } from '@/ui/states';
import { useUserUpdate } from './useUserUpdate';

const EFFECTS = ['deactivateLogIns', 'deactivateAssigned', 'deactivateLink', 'deactivateKept'] as const;

/** Takes somebody's access away and gives it back. */
export function AccountSection({ user }: { user: User }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const self = useMe().id === user.id;
  const [asking, setAsking] = useState(false);
  const update = useUserUpdate(user);
  const { name } = user;

  if (!user.active) {
    return (
      <Section title={t('people.reactivate')} text={t('people.reactivateText', { name })}>
        {update.isError && <Alert>{textOf(update.error)}</Alert>}
        <div>
          <Button variant="primary" busy={update.isPending} onClick={() => update.mutate({ active: true })}>
            {t('people.reactivate')}
          </Button>
        </div>
      </Section>
    );
  }
  return (
    <Section title={t('people.deactivate')} text={t('people.deactivateText')}>
      <ul className="list-disc pl-5 text-ink-2">
        {EFFECTS.map((effect) => (
          <li key={effect}>{t(`people.${effect}`, { name })}</li>
        ))}
      </ul>
      {update.isError && <Alert>{textOf(update.error)}</Alert>}
      <div>
        <Button variant="danger" busy={update.isPending} onClick={() => setAsking(true)}>
          {t('people.deactivate')}
        </Button>
      </div>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('people.deactivateTitle', { name })}
        text={self ? t('people.deactivateSelf') : t('people.deactivateLogIns', { name })}
        action={t('people.deactivate')}
        cancel={t('common.cancel')}
        onConfirm={() => update.mutate({ active: false })}
      />
    </Section>
  );
}
