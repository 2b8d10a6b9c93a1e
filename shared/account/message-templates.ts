/**
 * WeChat subscribe-message templates that people are asked to accept. `id` is what the public platform's console shows for
 * the template once it is chosen from the library; another organisation puts its own ids here.
 */
export const messageTemplates = {
  /** 入会申请进度通知: thing1 事项, character_string2 申请编号, phrase3 当前进度, time4 时间. */
  applicationProgress: { name: 'applicationProgress', id: 'member-home-application-progress-template-01' },
  /** 待办事项提醒: thing1 事项, character_string2 编号, time3 截止时间. */
  staffDue: { name: 'staffDue', id: 'member-home-staff-due-template-0000000000001' },
} as const;
