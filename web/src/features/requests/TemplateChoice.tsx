import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { templatesQuery } from '@/api/programs';
import type { Program, Template } from '@/api/types';
import { Field, Select } from '@/ui/Field';

/** Offers the templates of a program; nothing when there are none. */
export function TemplateChoice({
  program,
  onChoose,
}: {
  program: Program;
  onChoose: (template: Template | undefined) => void;
}) {
  const { t } = useTranslation();
  const { data: templates = [] } = useQuery(templatesQuery(program));
  const [chosen, setChosen] = useState('');
  if (templates.length === 0) return null;
  const choose = (id: string) => {
    setChosen(id);
    onChoose(templates.find((template) => template.id === id));
  };
  return (
    <Field label={t('templates.start')} hint={t('templates.startHint')}>
      {(control) => (
        <Select {...control} value={chosen} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('templates.none')}</option>
          {templates.map((template) => (
            <option key={template.id} value={template.id}>
              {template.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
