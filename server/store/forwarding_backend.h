// SOCI's backends with something of ours in front of them: their own libraries export no class to derive
// from. Private to this folder.
#pragma once

#include <soci/soci.h>

#include <memory>
#include <string>

namespace latchkey {

// All that a statement is asked for, asked of the one behind it.
class ForwardingStatement : public soci::details::statement_backend {
  public:
    using Backend = soci::details::statement_backend;

    explicit ForwardingStatement(std::unique_ptr<Backend> behind) : m_behind(std::move(behind)) {}

    void alloc() override { m_behind->alloc(); }
    void clean_up() override { m_behind->clean_up(); }
    void prepare(const std::string& query, soci::details::statement_type type) override {
        m_behind->prepare(query, type);
    }
    exec_fetch_result execute(int number) override { return m_behind->execute(number); }
    exec_fetch_result fetch(int number) override { return m_behind->fetch(number); }
    long long get_affected_rows() override { return m_behind->get_affected_rows(); }
    int get_number_of_rows() override { return m_behind->get_number_of_rows(); }
    std::string get_parameter_name(int index) const override { return m_behind->get_parameter_name(index); }
    std::string rewrite_for_procedure_call(const std::string& query) override {
        return m_behind->rewrite_for_procedure_call(query);
    }
    int prepare_for_describe() override { return m_behind->prepare_for_describe(); }
    void describe_column(int column, soci::data_type& type, std::string& name) override {
        m_behind->describe_column(column, type, name);
    }
    soci::details::standard_into_type_backend* make_into_type_backend() override {
        return m_behind->make_into_type_backend();
    }
    soci::details::standard_use_type_backend* make_use_type_backend() override {
        return m_behind->make_use_type_backend();
    }
    soci::details::vector_into_type_backend* make_vector_into_type_backend() override {
        return m_behind->make_vector_into_type_backend();
    }
    soci::details::vector_use_type_backend* make_vector_use_type_backend() override {
        return m_behind->make_vector_use_type_backend();
    }

  protected:
    std::unique_ptr<Backend> m_behind;
};

// What our statements and transactions need of a session, asked of the one behind it.
class ForwardingSession : public soci::details::session_backend {
  public:
    using Backend = soci::details::session_backend;

    explicit ForwardingSession(std::unique_ptr<Backend> behind) : m_behind(std::move(behind)) {}

    bool is_connected() override { return m_behind->is_connected(); }
    void begin() override { m_behind->begin(); }
    void commit() override { m_behind->commit(); }
    void rollback() override { m_behind->rollback(); }
    std::string get_dummy_from_table() const override { return m_behind->get_dummy_from_table(); }
    std::string get_backend_name() const override { return m_behind->get_backend_name(); }
    soci::details::rowid_backend* make_rowid_backend() override { return m_behind->make_rowid_backend(); }
    soci::details::blob_backend* make_blob_backend() override { return m_behind->make_blob_backend(); }

    Backend& behind() const { return *m_behind; }

  protected:
    const std::unique_ptr<Backend> m_behind;
};

// The library's own backend, of a session that one of ours stands in front of.
template <class Backend>
Backend& backendBehind(soci::session& session) {
    return static_cast<Backend&>(static_cast<ForwardingSession*>(session.get_backend())->behind());
}

} // namespace latchkey
