import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { createRequest, requestPath, takeStep, updateRequest, type RequestInput } from '@/api/calls';
import type { FieldDefinition, Program, RequestDetail } from '@/api/types';
import { uploadAttachment } from '@/api/upload';
import { useCallKey } from '@/domain/useCallKey';
import type { ChosenFiles } from './ContentFields';

export interface Sending {
  input: RequestInput;
  /** The same with what is empty: what a request becomes that was made already. */
  edit: RequestInput;
  files: ChosenFiles;
  /** Whether it goes to the reviewers at once. */
  submit: boolean;
}

export interface Uploading {
  name: string;
  /** 0..1 */
  share: number;
}

/**
 * Creates a request, sends its files after it, and submits it. What has been done is not done again: after a failure, sending
 * once more goes on where it stopped, with what was changed in the form since.
 */
export function useCreateRequest(program: Program) {
  const [created, setCreated] = useState<RequestDetail>();
  const [uploading, setUploading] = useState<Uploading>();
  const uploaded = useRef(new Map<File, string>());
  const callKey = useCallKey();
  const stored = useRef<string>(undefined);

  const upload = async (ref: { programId: string; requestId: string }, field: FieldDefinition, file: File) => {
    const known = uploaded.current.get(file);
    if (known !== undefined) return known;
    setUploading({ name: file.name, share: 0 });
    const attachment = await uploadAttachment(requestPath(ref), {
      file,
      internal: field.visibility === 'staff',
      signal: new AbortController().signal,
      onProgress: (share) => setUploading({ name: file.name, share }),
    });
    uploaded.current.set(file, attachment.id);
    return attachment.id;
  };

  const send = useMutation({
    mutationFn: async ({ input, edit, files, submit }: Sending) => {
      let request = created ?? (await createRequest(program.id, input, callKey.of(input)));
      const ref = { programId: program.id, requestId: request.id };
      const content = JSON.stringify(edit);
      if (created !== undefined && content !== stored.current)
        request = await updateRequest(ref, edit, request.version);
      stored.current = content;
      setCreated(request);
      const fields: Record<string, string[]> = {};
      for (const field of program.fields) {
        for (const file of files[field.key] ?? [])
          fields[field.key] = [...(fields[field.key] ?? []), await upload(ref, field, file)];
      }
      setUploading(undefined);
      if (Object.keys(fields).length > 0) request = await updateRequest(ref, { fields }, request.version);
      setCreated(request);
      return submit ? takeStep(ref, 'submit', request.version) : request;
    },
    onError: () => setUploading(undefined),
  });
  return { send, created, uploading };
}
