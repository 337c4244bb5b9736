import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { updateProgram } from '@/api/calls';
import { keys } from '@/api/queries';
import type { Program } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Alert } from '@/ui/states';
import { NameAndDescription, Rules, showErrors, type ProgramForm } from './programForm';
import { Section } from './Section';

export function GeneralSettings({ program }: { program: Program }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const { name, key, description, allowClientSubmission, requireApproval } = program;
  const form = useForm<ProgramForm>({
    // What arrives from elsewhere changes in place what nobody is changing here.
    values: { name, key, description, allowClientSubmission, requireApproval },
    resetOptions: { keepDirtyValues: true },
  });
  const { isDirty, isSubmitting, dirtyFields } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    setProblem(undefined);
    const changed = Object.keys(dirtyFields) as (keyof ProgramForm)[];
    try {
      await updateProgram(program.id, Object.fromEntries(changed.map((field) => [field, values[field]])));
      form.reset(values);
      await cache.invalidateQueries({ queryKey: keys.facts(program.id) });
    } catch (error) {
      if (!showErrors(form, error)) setProblem(textOf(error));
    }
  });

  return (
    <form noValidate onSubmit={submit}>
      <Section title={t('settings.general')} text={t('settings.generalText')}>
        <NameAndDescription form={form} />
      </Section>
      <Section title={t('settings.rules')} text={t('settings.rulesText')}>
        <Rules form={form} />
        {problem !== undefined && <Alert>{problem}</Alert>}
        <div className="flex gap-2">
          <Button type="submit" variant={isDirty ? 'primary' : 'secondary'} disabled={!isDirty} busy={isSubmitting}>
            {t('common.save')}
          </Button>
          {isDirty && (
            <Button variant="ghost" onClick={() => form.reset()}>
              {t('common.cancel')}
            </Button>
          )}
        </div>
      </Section>
    </form>
  );
}
