import { useForm } from 'react-hook-form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeNames } from '@/api/account';
import { session } from '@/api/session';
import { useMe } from '@/domain/me';
import { usePersonRules } from '@/domain/personRules';
import { showRefusals } from '@/domain/showRefusals';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Field, Input } from '@/ui/Field';
import { Section } from '@/ui/Section';
import { Alert, Done } from '@/ui/states';

const FIELDS = ['firstName', 'lastName'] as const;

export function NameSection() {
  const { t } = useTranslation();
  const me = useMe();
  const rules = usePersonRules();
  const textOf = useProblemText();
  const [problem, setProblem] = useState<string>();
  const [saved, setSaved] = useState(false);
  const { firstName, lastName } = me;
  const form = useForm({ values: { firstName, lastName }, resetOptions: { keepDirtyValues: true } });
  const { errors, isDirty, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (names) => {
    setProblem(undefined);
    try {
      const changed = await changeNames(names);
      session.know(changed);
      // Shown as the server keeps it. A reset() would keep what was typed, as its options say.
      FIELDS.forEach((field) => form.resetField(field, { defaultValue: changed[field] }));
      setSaved(true);
    } catch (error) {
      if (!showRefusals(form, error)) setProblem(textOf(error));
    }
  });

  return (
    <Section title={t('account.name')} text={t('account.nameText')}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4" aria-label={t('account.name')}>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t('people.firstName')} error={errors.firstName?.message}>
            {(control) => (
              <Input
                autoComplete="given-name"
                {...control}
                {...form.register('firstName', { validate: rules.name, onChange: () => setSaved(false) })}
              />
            )}
          </Field>
          <Field label={t('people.lastName')} error={errors.lastName?.message}>
            {(control) => (
              <Input
                autoComplete="family-name"
                {...control}
                {...form.register('lastName', { validate: rules.name, onChange: () => setSaved(false) })}
              />
            )}
          </Field>
        </div>
        <p className="text-ink-3">{t('account.emailFixed', { email: me.email })}</p>
        {problem !== undefined && <Alert>{problem}</Alert>}
        <div className="flex items-center gap-3">
          <Button type="submit" variant={isDirty ? 'primary' : 'secondary'} disabled={!isDirty} busy={isSubmitting}>
            {t('common.save')}
          </Button>
          {saved && !isDirty && <Done>{t('account.nameSaved')}</Done>}
        </div>
      </form>
    </Section>
  );
}
