import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { adminKeys, settingsQuery, updateSettings, type InstallationSettings, type SettingsEdit } from '@/api/admin';
import { LoadError } from '@/domain/LoadError';
import { RoleOptions } from '@/domain/RoleOptions';
import { useProblemText } from '@/domain/useProblemText';
import { Checkbox, Field, Select } from '@/ui/Field';
import { Section } from '@/ui/Section';
import { Alert, SkeletonRows } from '@/ui/states';
import { useToast } from '@/ui/Toast';

type Role = InstallationSettings['registrationRole'];
const ROLES: readonly Role[] = ['client', 'team_member'];

/** The settings of the installation: each is saved at once and can be taken back. */
export function InstallationSettingsView() {
  const { t } = useTranslation();
  const settings = useQuery(settingsQuery());
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-2xl px-4 py-8 sm:px-8">
        <h1 className="text-xl font-semibold">{t('admin.settings')}</h1>
        <p className="text-ink-2">{t('admin.settingsText')}</p>
        {settings.isPending && <SkeletonRows label={t('common.loading')} rows={3} />}
        {settings.isError && <LoadError error={settings.error} onRetry={() => void settings.refetch()} />}
        {settings.data !== undefined && <Registration settings={settings.data} />}
      </div>
    </div>
  );
}

function Registration({ settings }: { settings: InstallationSettings }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const toast = useToast();
  const cache = useQueryClient();
  const update = useMutation({
    // One after the other: each has seen the version that the one before it has made.
    scope: { id: 'installation' },
    mutationFn: (edit: SettingsEdit) =>
      updateSettings({ version: cache.getQueryData(settingsQuery().queryKey)?.version, ...edit }),
    onSuccess: (saved) => cache.setQueryData(adminKeys.settings, saved),
    // Somebody else was faster: shows what they chose.
    onError: () => cache.invalidateQueries({ queryKey: adminKeys.settings }),
  });
  const change = (edit: SettingsEdit, back: SettingsEdit) =>
    update.mutate(edit, {
      onSuccess: (saved) =>
        toast(t('admin.settingSaved'), {
          label: t('common.undo'),
          onAction: () => update.mutate({ ...back, version: saved.version }),
        }),
    });
  const shown = { ...settings, ...(update.isPending && update.variables) };

  return (
    <Section title={t('admin.registration')} text={t('admin.registrationText')}>
      <Checkbox
        label={t('admin.registrationOpen')}
        hint={t(shown.registrationOpen ? 'admin.registrationOn' : 'admin.registrationOff')}
        checked={shown.registrationOpen}
        onChange={(event) =>
          change({ registrationOpen: event.target.checked }, { registrationOpen: settings.registrationOpen })
        }
      />
      <Field label={t('admin.registrationRole')} hint={t('admin.registrationRoleHint')}>
        {(control) => (
          <Select
            {...control}
            className="max-w-60"
            value={shown.registrationRole}
            onChange={(event) =>
              change({ registrationRole: event.target.value as Role }, { registrationRole: settings.registrationRole })
            }
          >
            <RoleOptions roles={ROLES} />
          </Select>
        )}
      </Field>
      {update.isError && <Alert>{textOf(update.error)}</Alert>}
    </Section>
  );
}
