export default definePageConfig({ navigationBarTitleText: '变更单位代表' });
