import { useMutation } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { issueReset } from '@/api/admin';
import type { User } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Section } from '@/ui/Section';
import { Alert } from '@/ui/states';
import { ResetLinkDialog } from './ResetLinkDialog';

export function ResetSection({ user }: { user: User }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const issue = useMutation({ mutationFn: () => issueReset(user.id), gcTime: 0 });
  return (
    <Section title={t('people.reset')} text={t('people.resetText', { name: user.name })}>
      {issue.isError && <Alert>{textOf(issue.error)}</Alert>}
      <div>
        <Button icon={<KeyRound size={16} aria-hidden />} busy={issue.isPending} onClick={() => issue.mutate()}>
          {t('people.issue')}
        </Button>
      </div>
      {issue.data !== undefined && (
        // Forgotten with the window: nobody can look at the link again.
        <ResetLinkDialog name={user.name} link={issue.data} onClose={() => issue.reset()} />
      )}
    </Section>
  );
}
