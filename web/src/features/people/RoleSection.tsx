import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GLOBAL_ROLES } from '@/api/admin';
import type { GlobalRole, User } from '@/api/types';
import { useMe } from '@/domain/me';
import { RoleOptions } from '@/domain/RoleOptions';
import { useProblemText } from '@/domain/useProblemText';
import { Confirm } from '@/ui/Dialog';
import { Field, Select } from '@/ui/Field';
import { Section } from '@/ui/Section';
import { Alert } from '@/ui/states';
import { useToast } from '@/ui/Toast';
import { useUserUpdate } from './useUserUpdate';

/** Changes at once and can be undone, but for one's own; a refusal stands beside the choice that caused it. */
export function RoleSection({ user }: { user: User }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const toast = useToast();
  const own = useMe().id === user.id;
  const [stepping, setStepping] = useState<GlobalRole>();
  const update = useUserUpdate(user);
  const shown = (update.isPending ? update.variables.role : undefined) ?? user.role;
  const change = (role: GlobalRole) => {
    const before = user.role;
    update.mutate(
      { role },
      {
        onSuccess: () =>
          // From then on one could not take it back oneself.
          !own &&
          toast(t('people.roleChanged', { name: user.name, role: t(`role.${role}`) }), {
            label: t('common.undo'),
            onAction: () => update.mutate({ role: before }),
          }),
      },
    );
  };
  return (
    <Section title={t('people.role')} text={t('people.roleText')}>
      <Field label={t('people.role')} hint={t(`people.roles.${shown}`)}>
        {(control) => (
          <Select
            className="max-w-60"
            {...control}
            value={shown}
            onChange={(event) => (own ? setStepping : change)(event.target.value as GlobalRole)}
          >
            <RoleOptions roles={GLOBAL_ROLES} />
          </Select>
        )}
      </Field>
      {update.isError && <Alert>{textOf(update.error)}</Alert>}
      <Confirm
        open={stepping !== undefined}
        onClose={() => setStepping(undefined)}
        title={t('members.stepDownTitle')}
        text={t('members.stepDownText', { means: stepping && t(`people.roles.${stepping}`) })}
        action={t('members.stepDown')}
        cancel={t('common.cancel')}
        onConfirm={() => stepping && change(stepping)}
      />
    </Section>
  );
}
